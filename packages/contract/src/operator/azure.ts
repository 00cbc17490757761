import { Type } from 'typebox'
import { none } from '../endpoints/common.ts'
import { operatorEndpoint } from './endpoint.ts'
import { AzureOwner } from './resources/common.ts'
import {
  AzureSubscriptionChange,
  AzureSubscriptionRequest,
  AzureSubscriptionView,
} from './resources/history.ts'

/** What customers and Azure do in the Azure portal. */
export const azurePortalEndpoints = {
  listAzureSubscriptions: operatorEndpoint({
    method: 'GET',
    path: '/_tenantry/azure-subscriptions',
    call: 'azureSubscriptions.list',
    summary: 'List the Azure subscriptions of a customer',
    actsOn: 'world',
    params: none,
    query: AzureOwner,
    body: Type.Void(),
    status: 200,
    answer: Type.Array(AzureSubscriptionView),
    errors: ['not-found'],
  }),
  createAzureSubscription: operatorEndpoint({
    method: 'POST',
    path: '/_tenantry/azure-subscriptions',
    call: 'azureSubscriptions.create',
    summary: 'Make an Azure subscription under an Azure plan',
    actsOn: 'world',
    params: none,
    query: none,
    body: AzureSubscriptionRequest,
    status: 201,
    answer: AzureSubscriptionView,
    errors: ['not-found'],
  }),
  changeAzureSubscription: operatorEndpoint({
    method: 'PATCH',
    path: '/_tenantry/azure-subscriptions/:id',
    call: 'azureSubscriptions.change',
    summary: 'Rename, disable or enable an Azure subscription',
    actsOn: 'world',
    params: Type.Object({ id: Type.String() }),
    query: none,
    body: AzureSubscriptionChange,
    status: 200,
    answer: AzureSubscriptionView,
    errors: ['not-found'],
  }),
  removeRegistration: operatorEndpoint({
    method: 'DELETE',
    path: '/_tenantry/registrations/:subscriptionId',
    call: 'registrations.remove',
    summary: 'Undo the registration of a subscription for reservations',
    description: 'As the customer does who unregisters the resource provider.',
    actsOn: 'world',
    params: Type.Object({ subscriptionId: Type.String() }),
    query: AzureOwner,
    body: Type.Void(),
    status: 204,
    answer: Type.Void(),
    errors: ['not-found'],
  }),
} as const
