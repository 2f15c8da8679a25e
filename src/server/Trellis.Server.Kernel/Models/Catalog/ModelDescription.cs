namespace Trellis.Server.Kernel.Models;

/// <summary>What the server says about a model.</summary>
/// <param name="Name">The name callers ask for.</param>
/// <param name="OwnedBy">The upstream's name; for the built-in model a text that says it is a simulator.</param>
/// <param name="Price">What its tokens cost.</param>
/// <param name="Created">When the model became known to this server, to the second.</param>
/// <param name="MaxOutputTokens">The most tokens one choice can have, where the configuration states it.</param>
/// <param name="Description">A sentence for people; null when there is nothing to say.</param>
public sealed record ModelDescription(
    string Name,
    string OwnedBy,
    ModelPrice Price,
    DateTimeOffset Created,
    long? MaxOutputTokens = null,
    string? Description = null);
