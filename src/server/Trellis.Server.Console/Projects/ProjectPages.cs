using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Trellis.Server.Console.Http;
using Trellis.Server.Console.Rendering;

namespace Trellis.Server.Console.Projects;

/// <summary>Pages that are about a project: their components see it beside the model.</summary>
internal static class ProjectPages
{
    /// <summary>A page.</summary>
    /// <typeparam name="TPage">The component.</typeparam>
    /// <typeparam name="TModel">What it shows.</typeparam>
    public static ConsoleResult Page<TPage, TModel>(string title, ProjectChoice project, TModel model, int status = StatusCodes.Status200OK)
        where TPage : IComponent
    {
        var page = (ConsoleResult.Document)ConsoleResult.Page<TPage, TModel>(title, model, status);
        return page with { Body = Cascade.Of(project, page.Body) };
    }
}
