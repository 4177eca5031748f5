/** The first wordings people agree to, beside the English one. A blank line parts sections; the first line is a heading. */
export interface FirstStatement {
  version: string;
  language: string;
  form: 'FULL' | 'EASY_READ';
  body: string;
}

const ENGLISH_EASY = `What we write down
We write down what you tell us.
We keep it safe.
We use it to help you.

Who can see it
You choose who can see it.
You choose what they can see.
You can say no.

Why we share
So people can help you together.

How long
Until the day we write down with you.
You can change your mind on any day.
You do not have to say why.

When we may share without asking
If the law says we must.
If someone may get hurt.
We tell you first if that is safe.

If you are not happy
Tell your main contact.
You can also complain to the council.`;

const POLISH = `Co zapisujemy
Zapisujemy to, co mówicie nam Państwo i Państwa dziecko, co idzie dobrze i w czym przydałaby się pomoc. Przechowujemy to bezpiecznie i używamy po to, aby pomóc Państwa rodzinie.

Kto może to zobaczyć
Tylko te służby i osoby, które Państwo wskażą. To Państwo wybierają, co każda z nich może wiedzieć. Każdej można odmówić. Odmowę zapisujemy tak samo starannie jak zgodę.

Po co
Aby osoby, które Państwu pomagają, mogły zrozumieć, co by pomogło, i pracować razem według jednego planu.

Jak długo
Do dnia, który wspólnie ustalimy. Pytamy ponownie przy każdym przeglądzie planu. W każdej chwili i w dowolny sposób można zmienić zdanie. Nie trzeba podawać powodu. Zmiana działa od razu.

Kiedy możemy przekazać informacje bez pytania
Gdy wymaga tego prawo albo gdy komuś może stać się krzywda. Jeśli jest to bezpieczne, mówimy o tym najpierw Państwu.

Jeśli coś jest nie tak
Proszę powiedzieć głównej osobie kontaktowej lub zespołowi wczesnej pomocy. Można też złożyć skargę do rady albo do Information Commissioner.`;

const ARABIC = `ما الذي نكتبه
نكتب ما تقولونه لنا أنتم وطفلكم، وما يسير على ما يرام، وما تودّون المساعدة فيه. نحفظه بأمان ونستخدمه لمساعدة أسرتكم.

من يمكنه الاطلاع عليه
فقط الجهات والأشخاص الذين تسمّونهم. أنتم تختارون ما يمكن لكل منهم أن يعرفه. يمكنكم أن ترفضوا أيًّا منهم. نحفظ الرفض بنفس العناية التي نحفظ بها الموافقة.

لماذا
لكي يفهم من يساعدونكم ما الذي يفيدكم، ويعملوا معًا وفق خطة واحدة.

إلى متى
حتى التاريخ الذي نتفق عليه معكم. نسألكم مرة أخرى عند كل مراجعة. يمكنكم تغيير رأيكم في أي وقت وبأي طريقة. لا يلزم أن تقولوا السبب. ويسري ذلك فورًا.

متى قد نشارك المعلومات دون أن نسألكم
إذا كان القانون يوجب ذلك، أو إذا كان أحد قد يتعرض للأذى. نخبركم أولًا إذا كان ذلك آمنًا.

إذا لم تكونوا راضين
أخبروا الشخص المسؤول عن التواصل معكم أو فريق المساعدة المبكرة. ويمكنكم أيضًا تقديم شكوى إلى المجلس المحلي أو إلى مفوّض المعلومات.`;

export const FIRST_STATEMENTS: readonly FirstStatement[] = [
  { version: 'v1', language: 'en', form: 'EASY_READ', body: ENGLISH_EASY },
  { version: 'v1', language: 'pl', form: 'FULL', body: POLISH },
  { version: 'v1', language: 'ar', form: 'FULL', body: ARABIC },
];
