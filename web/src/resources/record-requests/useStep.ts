import { useForm } from '@web/pages/useForm';

/** One step of a request. */
export const useStep = <Body, Answer = unknown>(path: string, method: 'POST' | 'PUT' = 'POST') =>
  useForm<Body, Answer>(path, { method, refresh: ['/record-requests'] });
