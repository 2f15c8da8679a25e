namespace Trellis.Server.Akshi.Journal;

/// <summary>An entry of an agent's journal (contract, section 5.8). Immutable.</summary>
/// <param name="Agent">Whose journal.</param>
/// <param name="Seq">Its number there, from 1 on, without gaps.</param>
/// <param name="At">When it was written.</param>
/// <param name="Tag">By what it is found again; null for nothing.</param>
/// <param name="Content">What it says; null when another node wrote it in a form that this one does not read.</param>
/// <param name="Payload">The bytes that are replicated.</param>
/// <param name="PayloadHash"><c>sha256:</c> and the hash of the payload.</param>
/// <param name="Signer">The DID of the node that wrote it.</param>
/// <param name="Signature">Of agent, number and hash; see <see cref="EnvelopeText"/>.</param>
internal sealed record JournalEntry(
    string Agent,
    long Seq,
    DateTimeOffset At,
    string? Tag,
    string? Content,
    byte[] Payload,
    string PayloadHash,
    string Signer,
    string Signature);
