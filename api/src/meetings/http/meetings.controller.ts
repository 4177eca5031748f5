import { Body, Controller, Delete, Get, Headers, Param, Patch, Post, Put } from '@nestjs/common';
import {
  AddInvitees,
  AddMinute,
  AnswerInvitation,
  AskForReport,
  AttendanceSaved,
  BookNext,
  ChangeMeeting,
  ChangeMinute,
  HoldMeeting,
  InviteByLink,
  MeetingView,
  MinutesPreview,
  RecordAttendance,
  RepairMeeting,
  SendMinutes,
  WriteReport,
} from '@encircle/shared/meetings';
import { Access } from '#api/access/access.decorator.js';
import type { AccessContext } from '#api/access/access-context.js';
import { Ctx, Entering, type StatementEntry } from '#api/access/ctx.decorator.js';
import { MeetingRepairsService } from '#api/meetings/meeting-repairs.service.js';
import { MeetingsService } from '#api/meetings/meetings.service.js';
import { MinutesService } from '#api/meetings/minutes.service.js';
import { PlanningService } from '#api/meetings/planning.service.js';
import { AnswerRequestsService } from '#api/meetings/answer-requests.service.js';
import { OwnReportsService } from '#api/meetings/own-reports.service.js';
import { ReportRequestsService } from '#api/meetings/report-requests.service.js';
import { ATTENDANCE_RECORDED, RecordingService } from '#api/meetings/recording.service.js';
import { Returns } from '#api/platform/http/returns.decorator.js';
import { UuidParam } from '#api/platform/http/uuid.param.js';

/** One meeting: seen, changed, recorded, held. */
@Controller('meetings/:id')
export class MeetingController {
  constructor(
    private readonly meetings: MeetingsService,
    private readonly planning: PlanningService,
    private readonly recording: RecordingService,
    private readonly minutes: MinutesService,
    private readonly repairs: MeetingRepairsService,
  ) {}

  @Get()
  @Access({ permission: 'meeting.viewed', ceiling: ['read', 'meeting'], audited: true })
  @Returns(MeetingView)
  view(@Ctx() ctx: AccessContext, @Param('id', UuidParam) id: string): Promise<MeetingView> {
    return this.meetings.view(ctx, id);
  }

  @Patch()
  @Access({ permission: 'meeting.changed', ceiling: ['update', 'meeting'], audited: true })
  @Returns(MeetingView)
  change(
    @Ctx() ctx: AccessContext,
    @Param('id', UuidParam) id: string,
    @Body() body: ChangeMeeting,
  ): Promise<MeetingView> {
    return this.planning.change(ctx, id, body);
  }

  @Post('invitations')
  @Access({ permission: 'meeting.invited', ceiling: ['create', 'meeting'], audited: true, creates: true })
  @Returns(MeetingView, { status: 201 })
  invite(
    @Ctx() ctx: AccessContext,
    @Param('id', UuidParam) id: string,
    @Body() body: AddInvitees,
  ): Promise<MeetingView> {
    return this.planning.invite(ctx, id, body);
  }

  @Put('attendance')
  @Access(ATTENDANCE_RECORDED)
  @Returns(AttendanceSaved)
  attendance(
    @Entering() entry: StatementEntry,
    @Headers('x-csrf-token') csrf: string | undefined,
    @Param('id', UuidParam) id: string,
    @Body() body: RecordAttendance,
  ): Promise<AttendanceSaved> {
    return this.recording.attendance(entry, csrf ?? '', id, body);
  }

  @Post('minutes')
  @Access({
    permission: 'meeting.minute-added',
    ceiling: ['update', 'meeting'],
    audited: true,
    creates: true,
  })
  @Returns(MeetingView, { status: 201 })
  addMinute(
    @Ctx() ctx: AccessContext,
    @Param('id', UuidParam) id: string,
    @Body() body: AddMinute,
  ): Promise<MeetingView> {
    return this.minutes.add(ctx, id, body);
  }

  @Patch('minutes')
  @Access({ permission: 'meeting.minute-changed', ceiling: ['update', 'meeting'], audited: true })
  @Returns(MeetingView)
  changeMinute(
    @Ctx() ctx: AccessContext,
    @Param('id', UuidParam) id: string,
    @Body() body: ChangeMinute,
  ): Promise<MeetingView> {
    return this.minutes.change(ctx, id, body);
  }

  @Get('minutes/preview')
  @Access({ permission: 'meeting.minutes-previewed', ceiling: ['update', 'meeting'], audited: true })
  @Returns(MinutesPreview)
  preview(@Ctx() ctx: AccessContext, @Param('id', UuidParam) id: string): Promise<MinutesPreview> {
    return this.minutes.preview(ctx, id);
  }

  @Post('minutes/send')
  @Access({
    permission: 'meeting.minutes-sent',
    ceiling: ['update', 'meeting'],
    audited: true,
    creates: true,
  })
  @Returns(MeetingView, { status: 201 })
  send(
    @Ctx() ctx: AccessContext,
    @Param('id', UuidParam) id: string,
    @Body() body: SendMinutes,
  ): Promise<MeetingView> {
    return this.minutes.send(ctx, id, body);
  }

  @Post('next')
  @Access({ permission: 'meeting.next-booked', ceiling: ['create', 'meeting'], audited: true, creates: true })
  @Returns(MeetingView, { status: 201 })
  next(
    @Ctx() ctx: AccessContext,
    @Param('id', UuidParam) id: string,
    @Body() body: BookNext,
  ): Promise<MeetingView> {
    return this.planning.bookNext(ctx, id, body);
  }

  @Post('hold')
  @Access({ permission: 'meeting.held', ceiling: ['update', 'meeting'], audited: true, creates: true })
  @Returns(MeetingView, { status: 201 })
  hold(
    @Ctx() ctx: AccessContext,
    @Param('id', UuidParam) id: string,
    @Body() body: HoldMeeting,
  ): Promise<MeetingView> {
    return this.recording.hold(ctx, id, body);
  }

  @Post('repairs')
  @Access({ permission: 'meeting.mended', ceiling: ['update', 'meeting'], audited: true, creates: true })
  @Returns(MeetingView, { status: 201 })
  mend(
    @Ctx() ctx: AccessContext,
    @Param('id', UuidParam) id: string,
    @Body() body: RepairMeeting,
  ): Promise<MeetingView> {
    return this.repairs.mend(ctx, id, body);
  }
}

@Controller('invitations/:id')
export class InvitationController {
  constructor(
    private readonly planning: PlanningService,
    private readonly reports: ReportRequestsService,
    private readonly links: AnswerRequestsService,
    private readonly own: OwnReportsService,
  ) {}

  @Post('report-request')
  @Access({
    permission: 'meeting.report-asked',
    ceiling: ['update', 'meeting'],
    audited: true,
    creates: true,
  })
  @Returns(MeetingView, { status: 201 })
  askForReport(
    @Ctx() ctx: AccessContext,
    @Param('id', UuidParam) id: string,
    @Body() body: AskForReport,
  ): Promise<MeetingView> {
    return this.reports.ask(ctx, id, body);
  }

  @Delete('report-request')
  @Access({ permission: 'meeting.report-taken-back', ceiling: ['update', 'meeting'], audited: true })
  @Returns(MeetingView)
  takeBackReport(@Ctx() ctx: AccessContext, @Param('id', UuidParam) id: string): Promise<MeetingView> {
    return this.reports.takeBack(ctx, id);
  }

  @Post('answer-link')
  @Access({
    permission: 'meeting.answer-asked',
    ceiling: ['update', 'meeting'],
    audited: true,
    creates: true,
  })
  @Returns(MeetingView, { status: 201 })
  askByLink(
    @Ctx() ctx: AccessContext,
    @Param('id', UuidParam) id: string,
    @Body() body: InviteByLink,
  ): Promise<MeetingView> {
    return this.links.ask(ctx, id, body);
  }

  @Delete('answer-link')
  @Access({ permission: 'meeting.answer-taken-back', ceiling: ['update', 'meeting'], audited: true })
  @Returns(MeetingView)
  takeBackLink(@Ctx() ctx: AccessContext, @Param('id', UuidParam) id: string): Promise<MeetingView> {
    return this.links.takeBack(ctx, id);
  }

  @Post('answer')
  @Access({
    permission: 'meeting.invitation-answered',
    ceiling: ['update', 'meeting'],
    audited: true,
    creates: true,
  })
  @Returns(MeetingView, { status: 201 })
  answer(
    @Ctx() ctx: AccessContext,
    @Param('id', UuidParam) id: string,
    @Body() body: AnswerInvitation,
  ): Promise<MeetingView> {
    return this.planning.answer(ctx, id, body);
  }

  @Post('report')
  @Access({
    permission: 'meeting.report-written',
    ceiling: ['update', 'meeting'],
    audited: true,
    creates: true,
  })
  @Returns(MeetingView, { status: 201 })
  writeReport(
    @Ctx() ctx: AccessContext,
    @Param('id', UuidParam) id: string,
    @Body() body: WriteReport,
  ): Promise<MeetingView> {
    return this.own.write(ctx, id, body);
  }
}
