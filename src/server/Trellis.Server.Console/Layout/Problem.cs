using Microsoft.AspNetCore.Http;
using Trellis.Server.Console.Http;
using Trellis.Server.Console.Platforms;

namespace Trellis.Server.Console.Layout;

/// <summary>What a page says that cannot show what it was asked for.</summary>
/// <param name="Status">The status.</param>
/// <param name="Heading">What happened.</param>
/// <param name="Text">Why, and what to do about it.</param>
internal sealed record Problem(int Status, string Heading, string Text)
{
    /// <summary>The page for what a platform has refused.</summary>
    public static ConsoleResult Page(PlatformException error) =>
        Page(error.Status, error.Status == StatusCodes.Status404NotFound ? "There is no such thing" : "The platform has refused", error.Message);

    /// <summary>The page for something else.</summary>
    public static ConsoleResult Page(int status, string heading, string text) =>
        ConsoleResult.Page<ProblemPage, Problem>(heading, new Problem(status, heading, text), status);
}
