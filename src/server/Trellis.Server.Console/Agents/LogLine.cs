namespace Trellis.Server.Console.Agents;

/// <summary>A line of the runtime's log.</summary>
/// <param name="Seq">Its number.</param>
/// <param name="Ts">When it was written.</param>
/// <param name="Level">How much it matters.</param>
/// <param name="Agent">Whose it is; null for the runtime's own.</param>
/// <param name="Message">What happened.</param>
internal sealed record LogLine(long Seq, DateTimeOffset Ts, string Level, string? Agent, string Message);
