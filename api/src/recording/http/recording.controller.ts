import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import {
  ChronologyPage,
  ChronologyQuery,
  FlagNote,
  NotesPage,
  NotesQuery,
  NoteView,
  RepairNote,
  StrikeNote,
  WriteNote,
} from '@encircle/shared/recording';
import { Access } from '#api/access/access.decorator.js';
import type { AccessContext } from '#api/access/access-context.js';
import { Ctx } from '#api/access/ctx.decorator.js';
import { Returns } from '#api/platform/http/returns.decorator.js';
import { UuidParam } from '#api/platform/http/uuid.param.js';
import { NoteRepairsService } from '#api/recording/note-repairs.service.js';
import { RecordingService } from '#api/recording/recording.service.js';

@Controller()
export class RecordingController {
  constructor(
    private readonly recording: RecordingService,
    private readonly repairs: NoteRepairsService,
  ) {}

  @Post('episodes/:episodeId/notes')
  @Access({ permission: 'note.written', ceiling: ['create', 'note'], audited: true, creates: true })
  @Returns(NoteView)
  write(
    @Ctx() ctx: AccessContext,
    @Param('episodeId', UuidParam) episodeId: string,
    @Body() body: WriteNote,
  ): Promise<NoteView> {
    return this.recording.write(ctx, episodeId, body);
  }

  @Get('episodes/:episodeId/notes')
  @Access({ permission: 'notes.listed', ceiling: ['read', 'note'], audited: true })
  @Returns(NotesPage)
  list(
    @Ctx() ctx: AccessContext,
    @Param('episodeId', UuidParam) episodeId: string,
    @Query() query: NotesQuery,
  ): Promise<NotesPage> {
    return this.recording.list(ctx, episodeId, query);
  }

  @Get('episodes/:episodeId/chronology')
  @Access({ permission: 'chronology.viewed', ceiling: ['read', 'note'], audited: true })
  @Returns(ChronologyPage)
  chronology(
    @Ctx() ctx: AccessContext,
    @Param('episodeId', UuidParam) episodeId: string,
    @Query() query: ChronologyQuery,
  ): Promise<ChronologyPage> {
    return this.recording.chronology(ctx, episodeId, query);
  }

  @Patch('notes/:noteId')
  @Access({ permission: 'note.struck-out', ceiling: ['update', 'note'], audited: true })
  @Returns(NoteView)
  strike(
    @Ctx() ctx: AccessContext,
    @Param('noteId', UuidParam) noteId: string,
    @Body() body: StrikeNote,
  ): Promise<NoteView> {
    return this.recording.strike(ctx, noteId, body);
  }

  @Post('notes/:noteId/flag')
  @Access({ permission: 'note.flagged', ceiling: ['update', 'note'], audited: true, creates: true })
  @Returns(NoteView)
  flag(
    @Ctx() ctx: AccessContext,
    @Param('noteId', UuidParam) noteId: string,
    @Body() body: FlagNote,
  ): Promise<NoteView> {
    return this.recording.flag(ctx, noteId, body);
  }

  @Post('notes/:noteId/repairs')
  @Access({ permission: 'note.mended', ceiling: ['update', 'note'], audited: true, creates: true })
  @Returns(NoteView, { status: 201 })
  mend(
    @Ctx() ctx: AccessContext,
    @Param('noteId', UuidParam) noteId: string,
    @Body() body: RepairNote,
  ): Promise<NoteView> {
    return this.repairs.mend(ctx, noteId, body);
  }
}
