namespace Trellis.Aerostack.Json;

internal sealed record KeyBody(string Key);
