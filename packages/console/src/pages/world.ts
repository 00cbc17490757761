import type { PartnerView, WorldView } from '@tenantry/sdk/operator.ts'
import { element } from '../dom.ts'
import { counted, words } from '../format.ts'
import { hrefOf, type Page, type PageContext } from '../page.ts'
import { code, facts, link, secret, table } from '../widgets.ts'

export const worldPage: Page = async (context) => {
  const world = await context.operator.world()
  return {
    title: `World ${world.name}`,
    content: [
      element(
        'p',
        {},
        `Made from the seed “${world.seed}”. ${counted(world.partners.length, 'partner')}, ${counted(world.customers.length, 'customer')}.`,
      ),
      element('h2', { id: 'customers' }, 'Customers'),
      customersTable(context, world),
      element('h2', {}, 'Partners'),
      world.partners.length === 0
        ? element('p', { class: 'quiet' }, 'This world has no partner.')
        : undefined,
      element('div', { class: 'cards' }, world.partners.map(partnerCard)),
    ],
  }
}

function customersTable(context: PageContext, { customers, partners }: WorldView): HTMLElement {
  const names = new Map(partners.map(({ tenantId, name }) => [tenantId, name]))
  return table({
    caption: 'Customers and their partners',
    rows: customers,
    empty: 'This world has no customer.',
    columns: [
      {
        head: 'Company',
        cell: ({ tenantId, companyName }) => link(hrefOf(context, 'customers', tenantId), companyName),
      },
      { head: 'Market', cell: ({ market }) => market },
      { head: 'Domain', cell: ({ domain }) => domain },
      {
        head: 'Partners',
        cell: ({ partnerTenantIds }) => partnerTenantIds.map((id) => names.get(id) ?? id).join(', '),
      },
      { head: 'Tenant', cell: ({ tenantId }) => code(tenantId) },
    ],
  })
}

const partnerCard = (partner: PartnerView): HTMLElement =>
  element(
    'section',
    { class: 'card' },
    element('h3', {}, partner.name),
    facts([
      ['Type', words(partner.type)],
      ['Market', partner.market],
      ['Environment', partner.environment],
      ['Domain', partner.domain],
      ['Tenant', code(partner.tenantId)],
      ['Partner id', partner.partnerId],
    ]),
    element('h4', {}, counted(partner.apps.length, 'app')),
    partner.apps.map(({ clientId, clientSecret }) =>
      facts([
        ['Client', code(clientId)],
        ['Secret', secret(`the secret of the app of ${partner.name}`, clientSecret)],
      ]),
    ),
    element(
      'details',
      {},
      element('summary', {}, counted(partner.users.length, 'user')),
      element(
        'ul',
        {},
        partner.users.map(({ userPrincipalName, roles }) =>
          element(
            'li',
            {},
            code(userPrincipalName),
            ' ',
            element(
              'span',
              { class: 'quiet' },
              roles.length === 0 ? 'without a role' : roles.map(words).join(', '),
            ),
          ),
        ),
      ),
    ),
  )
