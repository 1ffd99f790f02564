import type { MermaidConfig } from 'mermaid';

let lastNumber = 0;

/**
 * Draws the diagrams of an article above their sources, which stay to be unfolded. Whatever the
 * source says, it runs nothing: labels are text, links are dropped.
 */
export async function drawDiagrams(article: HTMLElement): Promise<void> {
  const { default: mermaid } = await import('mermaid');
  mermaid.initialize(configuration());
  for (const diagram of article.querySelectorAll<HTMLElement>('.diagram')) {
    const source = diagram.querySelector('code')?.textContent ?? '';
    try {
      const { svg } = await mermaid.render(`diagram-${++lastNumber}`, source);
      show(diagram, svg);
    } catch {
      say(diagram, 'This diagram could not be drawn. Its source is below.');
    }
  }
}

function show(diagram: HTMLElement, svg: string) {
  const drawing = new DOMParser().parseFromString(svg, 'text/html').querySelector('svg');
  if (!drawing) return;
  makeHarmless(drawing);
  keepReadable(drawing);
  drawing.setAttribute('role', 'img');
  if (!drawing.querySelector('title'))
    drawing.setAttribute('aria-label', 'Diagram; its source is below');
  const picture = part(diagram, 'diagram-picture', 'div');
  picture.tabIndex = 0;
  picture.replaceChildren(drawing);
  // On paper, one that was drawn for a dark screen is turned round.
  diagram.dataset.drawnFor = isDark() ? 'dark' : 'light';
  foldSource(diagram);
}

// A wide drawing is made smaller only as far as its words can be read, and scrolls beyond that.
function keepReadable(drawing: SVGElement) {
  const width = Number(drawing.getAttribute('viewBox')?.split(/\s+/)[2]);
  if (!Number.isFinite(width) || width <= 0) return;
  drawing.style.maxWidth = 'none';
  drawing.style.width = `max(min(100%, ${width}px), ${Math.round(width * 0.75)}px)`;
}

function say(diagram: HTMLElement, sentence: string) {
  part(diagram, 'diagram-fault', 'p').textContent = sentence;
}

function part(diagram: HTMLElement, className: string, tagName: string): HTMLElement {
  const known = diagram.querySelector<HTMLElement>(`.${className}`);
  if (known) return known;
  const made = document.createElement(tagName);
  made.className = className;
  diagram.prepend(made);
  return made;
}

function foldSource(diagram: HTMLElement) {
  const source = diagram.querySelector('pre');
  if (!source || source.closest('details')) return;
  const details = document.createElement('details');
  const summary = document.createElement('summary');
  summary.textContent = 'Source of this diagram';
  source.replaceWith(details);
  details.append(summary, source);
}

// The library sanitises already; nothing that could act is let in whatever it lets through.
function makeHarmless(drawing: SVGElement) {
  for (const active of drawing.querySelectorAll(
    'script, iframe, object, embed, image, animate, set',
  )) {
    active.remove();
  }
  for (const element of [drawing, ...drawing.querySelectorAll('*')]) {
    for (const { name } of [...element.attributes]) {
      if (/^on|href$|^src$/i.test(name) && !element.getAttribute(name)?.startsWith('#')) {
        element.removeAttribute(name);
      }
    }
  }
}

function configuration(): MermaidConfig {
  const ink = colour('--ink');
  const line = colour('--line-strong');
  const raised = colour('--accent-soft');
  const sunken = colour('--sunken');
  return {
    startOnLoad: false,
    securityLevel: 'strict',
    htmlLabels: false,
    flowchart: { htmlLabels: false },
    maxTextSize: 20_000,
    maxEdges: 300,
    suppressErrorRendering: true,
    fontFamily: getComputedStyle(document.body).fontFamily,
    theme: 'base',
    themeVariables: {
      darkMode: isDark(),
      background: colour('--paper'),
      primaryColor: raised,
      primaryTextColor: ink,
      primaryBorderColor: colour('--accent'),
      secondaryColor: sunken,
      tertiaryColor: sunken,
      lineColor: line,
      textColor: ink,
      noteBkgColor: colour('--notice'),
      noteTextColor: colour('--notice-ink'),
      noteBorderColor: line,
    },
  };
}

/** What the reader chose, and otherwise what their system says. */
function isDark(): boolean {
  const { theme } = document.documentElement.dataset;
  return (
    theme === 'dark' || (theme !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches)
  );
}

/** A colour of the theme as the library reads it: it knows neither oklch nor light-dark. */
function colour(variable: string): string {
  const probe = document.createElement('span');
  probe.style.color = `var(${variable})`;
  document.body.append(probe);
  const written = getComputedStyle(probe).color;
  probe.remove();
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  if (!canvas) return '#808080';
  canvas.fillStyle = written;
  canvas.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0] = canvas.getImageData(0, 0, 1, 1).data;
  return `#${[red, green, blue].map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}
