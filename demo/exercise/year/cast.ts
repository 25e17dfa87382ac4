import { createAccount } from '#network/accounts/changes.server.ts';
import { giveRole } from '#network/grants/changes.server.ts';
import { createOrganisation } from '#network/organisations/changes.server.ts';
import { NETWORK, type Actor, type Role, type Scope } from '#platform/actor/actor.ts';
import type { Transaction } from '#platform/database/database.ts';
import type { Locale } from '#platform/locale/locale.ts';
import { done } from '#platform/records/outcome.ts';
import { updateRecord } from '#platform/records/records.server.ts';
import { text } from '../../text.ts';
import { label } from '../names.ts';

/** How many institutions answer and commit, beside those of the exercise network. */
export const MINISTRIES = 6;
/** How many of the exercise network's own organisations have somebody who speaks for them. */
const PARTNERS = 12;

/** An institution, in which language it writes, and who writes and decides in its name. */
export interface Institution {
  id: string;
  region: string | null;
  locale: Locale;
  writer: Actor;
  validator: Actor;
}

/** An organisation of civil society, in which language it writes, and who writes in its name. */
export interface Reader {
  id: string;
  locale: Locale;
  writer: Actor;
}

export interface Cast {
  /** One for each region, in the regions’ order. */
  councils: readonly Institution[];
  ministries: readonly Institution[];
  partners: readonly Institution[];
  /** An association and a faculty that take part in nothing, and who reads reports in their name. */
  readers: readonly Reader[];
  /** Who grants a longer deadline. */
  coordinator: Actor;
}

/**
 * Writes the institutions of the year, with an account in each role. Whoever looks at the exercise may enter as a few
 * of them; the others have no door, and are written no letters.
 */
export async function writeCast(
  tx: Transaction,
  actor: Actor,
  { regions, organisations }: { regions: readonly string[]; organisations: readonly string[] },
): Promise<Cast> {
  const account = async (
    key: string,
    name: string,
    locale: Locale,
    held: { role: Role; scope: Scope; on: string },
    isOpen: boolean,
  ): Promise<Actor> => {
    const email = `exercise-${key}@demonstration.invalid`;
    const { id } = done(await createAccount(tx, actor, { name, email, locale, demonstration: isOpen }));
    if (!isOpen) await updateRecord(tx, actor, 'accounts', id, { notices: 'none' });
    done(await giveRole(tx, actor, { accountId: id, ...held }));
    return { id, grants: [held] };
  };
  const institution = async (
    key: string,
    number: number,
    {
      id,
      region,
      name,
      isOpen,
    }: { id: string; region: string | null; name: { fr: string; ar: string }; isOpen: boolean },
  ): Promise<Institution> => {
    const locale: Locale = number % 3 === 0 ? 'ar' : 'fr';
    const on = { scope: 'organisation', on: id } as const;
    const [point, checks] = locale === 'ar' ? ['نقطة ارتكاز', 'المصادق'] : ['Point focal', 'Validation'];
    const called = locale === 'ar' ? `، ${name.ar}` : `, ${name.fr}`;
    return {
      id,
      region,
      locale,
      writer: await account(
        `${key}-focal-point`,
        point + called,
        locale,
        { role: 'focal-point', ...on },
        isOpen,
      ),
      validator: await account(
        `${key}-validator`,
        checks + called,
        locale,
        { role: 'validator', ...on },
        isOpen,
      ),
    };
  };
  const councils: Institution[] = [];
  for (const [index, region] of regions.entries()) {
    // Three of the workshop are there already, with the first numbers.
    const number = index + 4;
    const name = text(
      `Conseil régional d’exercice ${number}`,
      `مجلس جهة التمرين ${number}`,
      `Exercise regional council ${number}`,
    );
    const slug = `exercise-council-${number}`;
    const given = {
      slug,
      type: 'regional-council',
      level: 'regional',
      territoryId: region,
      name,
      summary: label,
    } as const;
    const { id } = done(await createOrganisation(tx, actor, given));
    councils.push(await institution(`council-${number}`, index + 2, { id, region, name, isOpen: index < 2 }));
  }
  const ministries: Institution[] = [];
  for (let number = 1; number <= MINISTRIES; number += 1) {
    const name = text(
      `Ministère d’exercice ${number}`,
      `وزارة التمرين ${number}`,
      `Exercise ministry ${number}`,
    );
    const slug = `exercise-ministry-${number}`;
    const { id } = done(
      await createOrganisation(tx, actor, {
        slug,
        type: 'ministry',
        level: 'national',
        name,
        summary: label,
      }),
    );
    ministries.push(
      await institution(`ministry-${number}`, number, { id, region: null, name, isOpen: number === 1 }),
    );
  }
  const partners: Institution[] = [];
  for (const [index, id] of organisations.slice(0, PARTNERS).entries()) {
    const { name_fr, name_ar, territory_id } = await tx
      .selectFrom('organisations')
      .select(['name_fr', 'name_ar', 'territory_id'])
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    const name = { fr: name_fr ?? '', ar: name_ar ?? '' };
    partners.push(
      await institution(`partner-${index + 1}`, index, { id, region: territory_id, name, isOpen: false }),
    );
  }
  const network = { role: 'coordinator', scope: 'network', on: NETWORK } as const;
  const coordinator = await account('coordinator', 'Coordination du réseau d’exercice', 'fr', network, true);
  const readers: Reader[] = [];
  for (const type of ['association', 'university'] as const) {
    const { id, name_fr, name_ar } = await tx
      .selectFrom('organisations')
      .select(['id', 'name_fr', 'name_ar'])
      .where('id', 'in', organisations.slice(PARTNERS))
      .where('type', '=', type)
      .orderBy('slug')
      .limit(1)
      .executeTakeFirstOrThrow();
    const locale: Locale = type === 'association' ? 'ar' : 'fr';
    const name = locale === 'ar' ? `عضو، ${name_ar}` : `Membre, ${name_fr}`;
    const held = { role: 'member', scope: 'organisation', on: id } as const;
    const writer = await account(`reader-${type}`, name, locale, held, type === 'association');
    readers.push({ id, locale, writer });
  }
  return { councils, ministries, partners, readers, coordinator };
}
