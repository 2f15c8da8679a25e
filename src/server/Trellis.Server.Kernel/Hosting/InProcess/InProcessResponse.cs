using Microsoft.AspNetCore.Http;

namespace Trellis.Server.Kernel.Hosting;

/// <summary>The answer to an <see cref="InProcessRequest"/>; its body is where the caller asked for it.</summary>
/// <param name="Status">The status.</param>
/// <param name="Headers">The headers.</param>
public sealed record InProcessResponse(int Status, IHeaderDictionary Headers);
