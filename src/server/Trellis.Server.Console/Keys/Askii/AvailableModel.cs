namespace Trellis.Server.Console.Keys.Askii;

/// <summary>A model that a key can open.</summary>
/// <param name="ModelName">Its name.</param>
internal sealed record AvailableModel(string ModelName);
