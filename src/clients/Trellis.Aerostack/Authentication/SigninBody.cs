namespace Trellis.Aerostack.Json;

internal sealed record SigninBody(string Email, string Password);
