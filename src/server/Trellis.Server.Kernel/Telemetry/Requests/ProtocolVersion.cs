using Microsoft.AspNetCore.Http;

namespace Trellis.Server.Kernel.Telemetry;

/// <summary>The version of HTTP as the conventions write it.</summary>
internal static class ProtocolVersion
{
    /// <summary><c>1.0</c>, <c>1.1</c>, <c>2</c> or <c>3</c>.</summary>
    public static string Of(HttpRequest request) =>
        HttpProtocol.IsHttp11(request.Protocol) ? "1.1"
        : HttpProtocol.IsHttp2(request.Protocol) ? "2"
        : HttpProtocol.IsHttp3(request.Protocol) ? "3"
        : "1.0";
}
