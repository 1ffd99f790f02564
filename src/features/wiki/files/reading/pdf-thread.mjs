// Reads one PDF in a thread of its own: whatever a hostile file does to it, the thread is ended and the
// process goes on. Nothing of the file is run or drawn.
import { parentPort, workerData } from 'node:worker_threads';
import { getDocumentProxy } from 'unpdf';

const { bytes, pagesMost, charactersMost } = workerData;
try {
  const pdf = await getDocumentProxy(bytes, { isEvalSupported: false, stopAtErrors: false });
  let text = '';
  for (let at = 1; at <= Math.min(pdf.numPages, pagesMost) && text.length < charactersMost; at++) {
    const page = await pdf.getPage(at);
    const { items } = await page.getTextContent();
    for (const { str = '', hasEOL } of items) text += hasEOL ? `${str}\n` : str;
    text += '\n\n';
    page.cleanup();
  }
  parentPort.postMessage({ text: text.slice(0, charactersMost) });
} catch (error) {
  parentPort.postMessage({
    refusal: error?.name === 'PasswordException' ? 'locked' : 'broken',
  });
}
