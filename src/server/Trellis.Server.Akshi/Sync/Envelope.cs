namespace Trellis.Server.Akshi.Sync;

/// <summary>An entry as another node sends it; nothing of it is believed yet.</summary>
/// <param name="Seq">Its number.</param>
/// <param name="Agent">Whose journal.</param>
/// <param name="Payload">The payload in base64.</param>
/// <param name="Signature">The signature.</param>
internal sealed record Envelope(long Seq, string Agent, string Payload, string Signature);
