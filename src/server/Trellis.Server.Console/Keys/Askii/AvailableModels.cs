namespace Trellis.Server.Console.Keys.Askii;

/// <summary>The answer of <c>available-models</c>.</summary>
/// <param name="Models">The models.</param>
internal sealed record AvailableModels(IReadOnlyList<AvailableModel> Models);
