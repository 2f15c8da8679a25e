namespace Trellis.Aerostack.Json;

internal sealed record EmbedBody(string Text, string? Model);
