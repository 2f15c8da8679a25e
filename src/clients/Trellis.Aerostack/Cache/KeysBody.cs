namespace Trellis.Aerostack.Json;

internal sealed record KeysBody(IReadOnlyList<string> Keys);
