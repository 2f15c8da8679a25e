namespace Trellis.Server.Kernel.Models;

/// <summary>How much a request asks a model to read.</summary>
/// <param name="BodyBytes">The whole request as it was written, without the parts that hold images.</param>
/// <param name="TextBytes">The text of its messages and the definitions of its tools, in UTF-8.</param>
/// <param name="Messages">Its messages.</param>
/// <param name="Images">Its parts that hold an image or a file.</param>
internal readonly record struct PromptSize(long BodyBytes, long TextBytes, int Messages, int Images);
