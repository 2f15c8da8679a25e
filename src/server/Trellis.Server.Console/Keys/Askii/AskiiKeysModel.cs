namespace Trellis.Server.Console.Keys.Askii;

/// <summary>The keys of a person.</summary>
/// <param name="Person">The person.</param>
/// <param name="People">Whom there is to choose from.</param>
/// <param name="Keys">The person's keys, the newest first.</param>
/// <param name="Models">The models there are.</param>
internal sealed record AskiiKeysModel(string Person, IReadOnlyList<string> People, IReadOnlyList<AskiiKey> Keys, IReadOnlyList<string> Models);
