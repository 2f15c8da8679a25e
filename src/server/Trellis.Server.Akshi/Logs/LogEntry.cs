namespace Trellis.Server.Akshi.Logs;

/// <summary>A line of the runtime's log (contract, section 2.4).</summary>
/// <param name="Seq">Its number, rising by one from 1 for the life of the process.</param>
/// <param name="At">When it was written.</param>
/// <param name="Severity">How much it matters.</param>
/// <param name="Agent">Whose line it is; null for the runtime's own.</param>
/// <param name="Message">What happened, without secrets.</param>
internal sealed record LogEntry(long Seq, DateTimeOffset At, LogSeverity Severity, string? Agent, string Message);
