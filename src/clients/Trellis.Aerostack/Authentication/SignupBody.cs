using System.Text.Json.Nodes;

namespace Trellis.Aerostack.Json;

internal sealed record SignupBody(string Email, string Password, JsonObject? Metadata, string? Name);
