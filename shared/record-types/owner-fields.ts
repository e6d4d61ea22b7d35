import type { Field } from './record-type.ts';

/** Who looks after a record: exact ids of a user and of a team. */
export const OWNER_FIELDS: readonly Field[] = [
  {
    name: 'owner',
    type: 'string',
    title: 'Owner',
    reference: 'users',
    synonyms: [
      'owner id',
      'record owner',
      'contact owner',
      'account owner',
      'deal owner',
      'assigned to',
      'assignee',
      'user id',
      'account manager',
      'sales rep',
      'responsible',
      'zustandig',
      'zustandiger',
      'besitzer',
      'betreuer',
      'verantwortlich',
      'bearbeiter',
      'proprietaire',
      'responsable',
      'propietario',
    ],
  },
  {
    name: 'team',
    type: 'string',
    title: 'Team',
    reference: 'teams',
    synonyms: [
      'team id',
      'team name',
      'assigned team',
      'sales team',
      'gruppe',
      'abteilung team',
      'equipe',
      'equipo',
    ],
  },
];
