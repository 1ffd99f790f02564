import type { PersonSeed } from '../world';
import { cataloguePeople } from './catalogue';
import { discoveryPeople } from './discovery';
import { peopleWhoLeft } from './left';
import { listenersPeople } from './listeners';
import { platformPeople } from './platform';

export const people: PersonSeed[] = [
  ...discoveryPeople,
  ...cataloguePeople,
  ...listenersPeople,
  ...platformPeople,
  ...peopleWhoLeft,
];
