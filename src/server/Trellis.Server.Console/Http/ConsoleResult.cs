using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Trellis.Server.Console.Rendering;

namespace Trellis.Server.Console.Http;

/// <summary>What a handler answers.</summary>
internal abstract record ConsoleResult
{
    private ConsoleResult()
    {
    }

    /// <summary>A page.</summary>
    /// <typeparam name="TPage">The component. It gets the model and the call as cascading values: parameters would have to be public types.</typeparam>
    /// <typeparam name="TModel">What it shows.</typeparam>
    public static ConsoleResult Page<TPage, TModel>(string title, TModel model, int status = StatusCodes.Status200OK)
        where TPage : IComponent =>
        new Document(
            title,
            Cascade.Of(model, static builder =>
            {
                builder.OpenComponent<TPage>(0);
                builder.CloseComponent();
            }),
            status);

    /// <summary>Sends the browser to another page of the console, which says what was done.</summary>
    /// <param name="path">The path below the prefix, escaped.</param>
    /// <param name="notice">What was done; null for nothing to say.</param>
    public static ConsoleResult Go(string path, string? notice = null) =>
        new Redirect(ConsolePaths.Prefix + path, notice is null ? null : new Notice(notice, IsProblem: false));

    /// <summary>Sends the browser back to a page, which says what went wrong.</summary>
    /// <param name="path">The path below the prefix, escaped.</param>
    /// <param name="problem">What went wrong, and what to do about it.</param>
    public static ConsoleResult GoWithProblem(string path, string problem) =>
        new Redirect(ConsolePaths.Prefix + path, new Notice(problem, IsProblem: true));

    /// <summary>Something to be saved as a file, written by the handler itself.</summary>
    public static ConsoleResult Written { get; } = new Nothing();

    internal sealed record Document(string Title, RenderFragment Body, int Status) : ConsoleResult;

    internal sealed record Redirect(string Location, Notice? Notice) : ConsoleResult;

    internal sealed record Nothing : ConsoleResult;
}
