namespace Trellis.Samples.SupportDesk;

/// <summary>What became of a ticket.</summary>
/// <param name="Id">The ticket.</param>
/// <param name="Priority">How urgent it is.</param>
/// <param name="Subject">What it is about.</param>
/// <param name="Ending">How it ended.</param>
/// <param name="Team">Who it went to; <see langword="null"/> when nobody has dealt with it.</param>
/// <param name="Reply">What the model wrote; <see langword="null"/> when it wrote nothing.</param>
internal sealed record Outcome(string Id, string Priority, string Subject, Ending Ending, string? Team, string? Reply);
