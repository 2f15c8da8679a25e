namespace Trellis.Aerostack.Json;

internal sealed record PrefixBody(string? Prefix);
