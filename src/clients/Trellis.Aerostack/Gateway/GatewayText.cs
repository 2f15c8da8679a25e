namespace Trellis.Aerostack;

/// <summary>What a model said word by word, put together. Contract section 2.3.3.</summary>
/// <param name="Text">What it said.</param>
/// <param name="TokensUsed">
/// How many tokens were used: what the server says, and else an estimate of one for every four characters begun, piece by piece.
/// </param>
/// <param name="WasCancelled">Whether the caller gave up before the end; the text is then what had arrived.</param>
public sealed record GatewayText(string Text, long TokensUsed, bool WasCancelled);
