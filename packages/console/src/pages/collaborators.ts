import type { CollaboratorEntry } from '@tenantry/sdk/operator.ts'
import { element, replaceContent } from '../dom.ts'
import { jsonText, words } from '../format.ts'
import { readJson } from '../json-input.ts'
import { hrefOf, type Page, type PageContext } from '../page.ts'
import { form, jsonBox, jsonField, link, notice } from '../widgets.ts'

export const collaboratorsPage: Page = async (context) => {
  const collaborators = await context.operator.collaborators.list()
  const { subject } = context.route
  if (subject === undefined) return listPage(context, collaborators)
  const party = collaborators.find(({ name }) => name === subject)
  return {
    title: party === undefined ? 'Unknown collaborator' : `Collaborator ${words(party.name)}`,
    content: [
      element('p', {}, link(hrefOf(context, 'collaborators'), 'All collaborators')),
      party === undefined
        ? element('p', {}, `No collaborator is called ${subject}.`)
        : partyPart(context, party),
    ],
  }
}

const listPage = (context: PageContext, collaborators: readonly CollaboratorEntry[]) => ({
  title: 'Collaborators',
  content: [
    element(
      'p',
      {},
      'Outside parties whose state the real conditions come from: credit, stock, fulfilment, directories …',
    ),
    element(
      'ul',
      { class: 'names' },
      collaborators.map(({ name }) =>
        element('li', {}, link(hrefOf(context, 'collaborators', name), words(name))),
      ),
    ),
  ],
})

function partyPart({ operator }: PageContext, { name, state, schema }: CollaboratorEntry): HTMLElement {
  const shown = jsonBox('State now', jsonText(state))
  const save = async ({ patch = '' }: Readonly<Record<string, string>>): Promise<HTMLElement> => {
    const input = readJson(patch)
    if ('problem' in input) return element('p', { class: 'notice bad', role: 'alert' }, input.problem)
    // Whatever was typed: the server says what does not fit.
    const changed = await operator.collaborators.patch(name, input.value as object)
    replaceContent(shown, jsonText(changed))
    return notice('Saved. It holds from the next request on.')
  }
  return element(
    'div',
    {},
    element('h2', {}, 'State now'),
    shown,
    element('h2', {}, 'Change it'),
    form(
      { label: `Change ${name}`, submit: 'Save', run: save },
      jsonField({
        label: 'Patch',
        name: 'patch',
        value: '{}',
        hint: 'A JSON merge patch: members that you do not name stay, null removes one, a list is replaced whole.',
      }),
    ),
    element('details', {}, element('summary', {}, 'Schema'), jsonBox('Schema', jsonText(schema))),
  )
}
