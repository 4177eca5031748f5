import { it } from '@jest/globals';

const MINUTE = 60_000;

/**
 * Steps of one story, told in order. What follows a step that failed is not tried: it would only say again, slowly, that
 * the ground is missing.
 */
export class Story {
  private broken: string | null = null;

  /** @param seen pictures what was on the screens when a step failed; answers where the pictures are */
  constructor(private readonly seen: (step: string) => Promise<string>) {}

  step(name: string, work: () => Promise<void>, minutes = 1): void {
    it(
      name,
      async () => {
        if (this.broken) throw new Error(`not tried, because this failed before: ${this.broken}`);
        try {
          await work();
        } catch (error) {
          this.broken = name;
          const pictures = await this.seen(name).catch(() => 'nowhere');
          if (error instanceof Error) error.message += `\nThe screens are pictured in ${pictures}`;
          throw error;
        }
      },
      minutes * MINUTE,
    );
  }
}
