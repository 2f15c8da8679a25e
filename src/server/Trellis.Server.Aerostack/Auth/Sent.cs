using Trellis.Server.Kernel.Hosting;

namespace Trellis.Server.Aerostack.Auth;

/// <summary>Answers that say no more than that it was done.</summary>
internal static class Sent
{
    /// <summary><c>{"success":true,"message":…}</c></summary>
    public static JsonAnswer Answer(string message) => Kernel.Hosting.Answer.Ok(json =>
    {
        json.WriteBoolean("success"u8, true);
        json.WriteString("message"u8, message);
    });
}
