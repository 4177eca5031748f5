import type { AssessmentPage } from '../pages/assessment.page.js';

const OWN_WORDS = 'My tummy goes round like a washing machine on Sundays.';

/** What Lena writes down with Juno and Kit, part by part. The number of parts is the form's, not the story's. */
export class JunosAssessment {
  constructor(
    private readonly paper: AssessmentPage,
    /** Civil date of the visit. */
    private readonly on: string,
    private readonly reviewOn: string,
  ) {}

  /** Goes through every part until it is read through. @param look at each kind of part, once */
  async write(look: (kind: string) => Promise<void>): Promise<void> {
    let title = 'Who and why';
    while (title !== 'Read it through') {
      const kind = await this.part(title);
      await look(kind);
      title = await this.paper.next();
    }
  }

  private async part(title: string): Promise<string> {
    const own: Record<string, () => Promise<void>> = {
      'Who and why': () => this.whoAndWhy(),
      'Juno’s page': () => this.childsPage(),
      'Agreement to share': () => Promise.resolve(),
      'What we think': () => this.conclusions(),
      'What we want to change': () => this.hopes(),
      'In the family’s own words': () => this.familyWords(),
    };
    const write = own[title];
    if (write) {
      await write();
      return title;
    }
    await this.paper.element({
      well: `${title}: something that goes well, seen on Monday.`,
      help: `${title}: something that would help, two days in five.`,
      ...(title === 'Feelings and friendships' ? { own: OWN_WORDS } : {}),
    });
    return 'an element';
  }

  private async whoAndWhy(): Promise<void> {
    const { fields, page } = this.paper;
    await fields.pick('Ethnicity, in the family’s own words', 'White British');
    await fields.write('Juno’s first language', 'English');
    await fields.write('First language of the parents', 'English');
    await fields.choose('Is an interpreter or signer needed?', 'No');
    await fields.choose('Does Juno have a disability?', 'No');
    await page
      .getByRole('status')
      .filter({ hasText: /^Saved/ })
      .waitFor();
    await fields.choose('I checked whether there is a CAF already', 'Yes');
    await fields.write('Checked on', this.on);
    await fields.tick('School attendance');
    await fields.pick('The main one', 'School attendance');
    await fields.write(
      'What has led to this assessment?',
      'Juno missed six Mondays since September. Kit asked school for help.',
    );
    await fields.write(
      'Who is at home, and who else matters?',
      'Juno lives with Kit. Nan Pat comes on Sundays.',
    );
    const present = this.paper.line('Who took part in this assessment');
    await present.write('Name', 'Kit Vale');
    await present.write('Who they are to Juno', 'Mum');
    await fields.choose('Was Juno seen?', 'Seen alone');
    await this.paper.line('Services working with Juno now').write('Service', 'Northway Primary');
    await fields.choose('Level of need at the start', '3');
  }

  private async childsPage(): Promise<void> {
    const { fields } = this.paper;
    await fields.write('What I like and what I am good at', 'I like drawing foxes.');
    await fields.write('What is hard', OWN_WORDS);
    await fields.choose('How Juno told us', 'Drawn');
    await fields.write('Told to', 'Lena');
    await fields.write('On', this.on);
  }

  private async conclusions(): Promise<void> {
    const { fields } = this.paper;
    await fields.write('What is going well, all in all', 'Kind and curious.');
    await fields.write('What would help, all in all', 'Mornings without tears.');
    await fields.choose('What follows from it', 'Several services are needed');
    await fields.write('What do Juno and the family want to change?', 'We want mornings without tears.');
    await fields.write('How will we know that it is better?', 'Juno walks in on four mornings of five.');
    await fields.choose('Did you see harm, or a risk of harm?', 'No');
  }

  private async hopes(): Promise<void> {
    const { fields } = this.paper;
    const hope = this.paper.line('Hopes');
    await hope.write('What will be different?', 'Juno is in school every Monday');
    await hope.tick('Child');
    await hope.tick('Feelings and friendships');
    const action = this.paper.line('Who does what');
    await action.write('What?', 'Meet Juno at the gate every Monday');
    await action.write('Who?', 'Lena');
    await action.write('By when?', this.reviewOn);
    await fields.write('Look at it together on', this.reviewOn);
  }

  private async familyWords(): Promise<void> {
    const { fields } = this.paper;
    await fields.write('What Juno says about it', 'It is right. The fox on page one is mine.');
    await fields.choose('How Juno told us', 'Spoken');
    await fields.write('On', this.on);
    const mum = this.paper.line('What each parent or carer says about it');
    await mum.write('Who', 'Kit');
    await mum.write('What they say', 'I agree with it.');
    await fields.choose('Does anyone disagree with something in it?', 'No');
    const copy = this.paper.line('Who gets a copy, and how');
    await copy.write('Who', 'Kit');
    await copy.choose('How', 'On paper');
  }
}
