namespace Trellis.Server.Kernel.Storage;

/// <summary>A piece of SQL of our own, put into a <see cref="SqlStatement"/> as text. Never made from input.</summary>
public readonly record struct SqlFragment(string Text)
{
    /// <summary>The SQL; empty for the default value.</summary>
    public string Text { get => field ?? ""; } = Text;
}
