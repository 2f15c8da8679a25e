using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace Trellis.Server.Console.Rendering;

/// <summary>
/// Hands values down to components as cascading ones. They may be of internal types, which a parameter of a component, a public class, may not.
/// </summary>
internal sealed class Cascade : ComponentBase
{
    /// <summary>What is rendered.</summary>
    [Parameter, EditorRequired]
    public RenderFragment Content { get; set; } = default!;

    /// <summary>Content that sees a value.</summary>
    public static RenderFragment Of<T>(T value, RenderFragment content) => builder =>
    {
        builder.OpenComponent<CascadingValue<T>>(0);
        builder.AddComponentParameter(1, nameof(CascadingValue<>.Value), value);
        builder.AddComponentParameter(2, nameof(CascadingValue<>.IsFixed), true);
        builder.AddComponentParameter(3, nameof(CascadingValue<>.ChildContent), content);
        builder.CloseComponent();
    };

    /// <inheritdoc/>
    protected override void BuildRenderTree(RenderTreeBuilder builder) => builder.AddContent(0, Content);
}
