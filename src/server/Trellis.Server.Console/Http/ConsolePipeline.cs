using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Trellis.Server.Console.Layout;
using Trellis.Server.Console.Platforms;
using Trellis.Server.Console.Rendering;
using Trellis.Server.Console.Sessions;
using Trellis.Server.Kernel.Hosting;

namespace Trellis.Server.Console.Http;

/// <summary>What all pages have in common: who asks is known, forms prove that they are ours, and what a platform refuses is told in words.</summary>
internal sealed class ConsolePipeline(SessionReader sessions, InProcessServer server, PageRenderer renderer, TimeProvider time)
{
    /// <summary>The longest form, files aside.</summary>
    private const int LongestForm = 1024 * 1024;

    /// <summary>The longest form with a file, 5 GiB as with S3; how long a file may be, the platform says.</summary>
    private const long LongestUpload = 5L * 1024 * 1024 * 1024;

    private static readonly ConsoleResult FormRunOut = Problem.Page(
        StatusCodes.Status403Forbidden, "The form has run out", "The form was not made in this session. Go back, load the page anew and send it again.");

    /// <summary>Shows a page.</summary>
    public async Task ShowAsync(HttpContext context, ConsoleHandler handler)
    {
        if (await OpenAsync(context) is not { } call)
        {
            SessionCookie.Remove(context);
            context.Response.Redirect($"{ConsolePaths.Login}?to={Uri.EscapeDataString(context.Request.Path + context.Request.QueryString)}");
            return;
        }

        call = call with { Notice = call.IsLive ? null : Notice.Take(context) };
        try
        {
            await AnswerAsync(call, await handler(call));
        }
        catch (PlatformException error)
        {
            await AnswerAsync(call, Problem.Page(error));
        }
    }

    /// <summary>Does what a form asks for.</summary>
    public Task ActAsync(HttpContext context, ConsoleHandler handler) => SubmitAsync(context, async call =>
    {
        RequestBody.Limit(context, LongestForm);
        var form = SameOrigin.Holds(context.Request) ? await FormReader.ReadAsync(context, LongestForm) : null;
        return form is not null && call.Session.IsOurs(form[Session.CsrfField].ToString()) ? await handler(call) : FormRunOut;
    });

    /// <summary>Takes a file, while it arrives. The form's proof is looked at before the first byte of the file.</summary>
    public Task ReceiveAsync(HttpContext context, UploadHandler handler) => SubmitAsync(context, async call =>
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            size.MaxRequestBodySize = LongestUpload;

        var upload = SameOrigin.Holds(context.Request) ? await UploadReader.ReadAsync(context.Request, context.RequestAborted) : null;
        if (upload is null || !call.Session.IsOurs(upload.Field(Session.CsrfField)))
            return FormRunOut;

        try
        {
            return await handler(call, upload);
        }
        catch (PlatformException)
        {
            // Browsers show no answer before they have sent everything.
            await upload.Content.CopyToAsync(Stream.Null, context.RequestAborted);
            throw;
        }
    });

    private async Task SubmitAsync(HttpContext context, ConsoleHandler submit)
    {
        if (await OpenAsync(context) is not { } call)
        {
            context.Response.Redirect(ConsolePaths.Login);
            return;
        }

        try
        {
            await AnswerAsync(call, await submit(call));
        }
        catch (PlatformException error)
        {
            await AnswerAsync(call, BackTo(context) is { } path ? ConsoleResult.GoWithProblem(path, error.Message) : Problem.Page(error));
        }
    }

    private async ValueTask<ConsoleCall?> OpenAsync(HttpContext context)
    {
        SecurityHeaders.Write(context.Response);
        return await sessions.ReadAsync(context) is { } session
            ? new ConsoleCall(context, session, new PlatformClient(server, session.Operator, context.Connection.RemoteIpAddress, context.RequestAborted), time.GetUtcNow())
            : null;
    }

    // The page of the form, without the prefix.
    private static string? BackTo(HttpContext context) =>
        Uri.TryCreate(context.Request.Headers.Referer.ToString(), UriKind.Absolute, out var referer)
        && referer.Authority == context.Request.Host.Value
        && ConsolePaths.IsOurs(referer.PathAndQuery)
            ? referer.PathAndQuery[ConsolePaths.Prefix.Length..]
            : null;

    private async Task AnswerAsync(ConsoleCall call, ConsoleResult result)
    {
        switch (result)
        {
            case ConsoleResult.Document document:
                await renderer.WriteAsync(call, document);
                break;
            case ConsoleResult.Redirect redirect:
                redirect.Notice?.Leave(call.Context.Response);
                call.Context.Response.StatusCode = StatusCodes.Status303SeeOther;
                call.Context.Response.Headers.Location = redirect.Location;
                break;
            default:
                break;
        }
    }
}
