import { useForm as useAnyForm } from '@web/pages/useForm';

const REFRESH = ['/episodes', '/consultations', '/my'];

/** A form of this room. */
export const useForm = <Body, Answer>(path: string, method: 'POST' | 'PUT' = 'POST') =>
  useAnyForm<Body, Answer>(path, { method, refresh: REFRESH });
