using Microsoft.AspNetCore.Http;
using Trellis.Server.Console.Http;
using Trellis.Server.Console.Rendering;
using Trellis.Server.Kernel.Hosting;

namespace Trellis.Server.Console.Sessions;

/// <summary>The page to sign in with, and what its form does.</summary>
internal sealed class LoginEndpoints(SessionReader sessions, SessionSeal seal, PageRenderer renderer)
{
    private const int LongestForm = 32 * 1024;

    /// <summary>Shows the page, or what it leads to when somebody has already signed in.</summary>
    public async Task ShowAsync(HttpContext context)
    {
        SecurityHeaders.Write(context.Response);
        var to = Destination(context.Request.Query["to"].ToString());
        if (await sessions.ReadAsync(context) is not null)
            context.Response.Redirect(to);
        else
            await WriteAsync(context, StatusCodes.Status200OK, to, problem: null);
    }

    /// <summary>Signs in.</summary>
    public async Task SignInAsync(HttpContext context)
    {
        SecurityHeaders.Write(context.Response);
        RequestBody.Limit(context, LongestForm);
        if (!SameOrigin.Holds(context.Request) || await FormReader.ReadAsync(context, LongestForm) is not { } form)
        {
            await WriteAsync(context, StatusCodes.Status403Forbidden, ConsolePaths.Prefix, "The form was not sent from this page. Send it again.");
            return;
        }

        var to = Destination(form["to"].ToString());
        var token = form["token"].ToString().Trim();
        if (await sessions.FindAsync(token, context.RequestAborted) is null)
        {
            await WriteAsync(context, StatusCodes.Status401Unauthorized, to, "This is not the token of an administrator, or it has ended.");
            return;
        }

        SessionCookie.Write(context, seal.Seal(token));
        context.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.Response.Headers.Location = to;
    }

    /// <summary>Signs out.</summary>
    public static ValueTask<ConsoleResult> SignOutAsync(ConsoleCall call)
    {
        SessionCookie.Remove(call.Context);
        return new(ConsoleResult.Go("/login"));
    }

    private static string Destination(string asked) => ConsolePaths.IsOurs(asked) ? asked : ConsolePaths.Prefix;

    private Task WriteAsync(HttpContext context, int status, string to, string? problem) =>
        renderer.WriteAsync<Login>(context, status, new() { [nameof(Login.To)] = to, [nameof(Login.Problem)] = problem });
}
