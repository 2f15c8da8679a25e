using Microsoft.AspNetCore.Http;

namespace Trellis.Server.Kernel.Telemetry;

/// <summary>The method of a request as traces and metrics name it.</summary>
internal static class RequestMethod
{
    /// <summary>What stands for every method that HTTP does not define: anybody can think of one.</summary>
    public const string Other = "_OTHER";

    private static readonly string[] Known = ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "TRACE", "CONNECT"];

    /// <summary>The method, in capitals, or <see cref="Other"/>.</summary>
    public static string Of(HttpRequest request) => Array.Find(Known, known => HttpMethods.Equals(known, request.Method)) ?? Other;
}
