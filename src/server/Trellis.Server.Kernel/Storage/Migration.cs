namespace Trellis.Server.Kernel.Storage;

/// <summary>
/// One step of a module's schema. Steps run in the order of <paramref name="Version"/>, each once; their SQL is written so that both
/// engines take it (<c>text</c>, <c>bigint</c>, <c>double precision</c>, <c>bytea</c>), and once released never changes.
/// </summary>
/// <param name="Module">The module the step belongs to, for example <c>kernel</c> or <c>askii</c>.</param>
/// <param name="Version">1, 2, 3, … within the module.</param>
/// <param name="Name">A few words on what the step does.</param>
/// <param name="Sql">One or more statements.</param>
public sealed record Migration(string Module, int Version, string Name, string Sql);
