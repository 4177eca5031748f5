import { useForm } from '@web/pages/useForm';

/** A form about an order, which is done when it is sent. */
export function useOrderForm<Body>(path: string, onDone: () => void) {
  const form = useForm<Body>(path, { refresh: ['/episodes', '/my'] });
  const send = async (body: Body): Promise<void> => {
    if ((await form.send(body)) !== null) onDone();
  };
  return { ...form, send };
}
