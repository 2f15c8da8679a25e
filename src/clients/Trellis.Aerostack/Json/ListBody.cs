namespace Trellis.Aerostack.Json;

internal sealed record ListBody(string? Prefix, int Limit, string? Cursor);
