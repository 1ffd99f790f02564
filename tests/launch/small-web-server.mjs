import { createServer } from 'node:http';
import pg from 'pg';

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 2 });
pool.on('error', () => {});

/** `/readyz` asks the database; `/slow` answers after half a second, to see who is waited for. */
const server = createServer(async (request, response) => {
  try {
    await pool.query('SELECT 1');
    if (request.url === '/slow') await new Promise((resolve) => setTimeout(resolve, 500));
    response.end('ok');
  } catch (error) {
    response.writeHead(503).end(error.message);
  }
});
server.listen(Number(process.env.PORT), '127.0.0.1');

process.on('SIGTERM', () => {
  console.log('web server: asked to stop');
  server.close(async () => {
    await pool.query('SELECT 1'); // the database must still be there
    await pool.end();
    console.log('web server: finished what it began');
    process.exit(0);
  });
});
