using System.Text.Json.Nodes;

namespace Trellis.Aerostack;

/// <summary>What is looked for. Contract section 2.2.5.</summary>
/// <param name="Text">Texts that mean about the same as this.</param>
/// <param name="TopK">How many at the most.</param>
/// <param name="Types">Of these kinds; <see langword="null"/> for any.</param>
/// <param name="Filter">Whose metadata has these values; <see langword="null"/> for any.</param>
public sealed record SearchQuery(string Text, int TopK = 5, IReadOnlyList<string>? Types = null, JsonObject? Filter = null);
