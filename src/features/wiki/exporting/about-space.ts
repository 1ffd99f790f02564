/** Where an export says of which space it is; also keeps one whose pages all lie in one folder from being taken for that folder. */
export const ABOUT_FILE = 'guildhall.json';

export const aboutSpace = ({ slug, name }: { slug: string; name: string }) =>
  `${JSON.stringify({ guildhall: 1, space: slug, name }, null, 2)}\n`;
