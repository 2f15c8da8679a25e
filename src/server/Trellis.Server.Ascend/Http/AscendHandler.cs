using Trellis.Server.Kernel.Hosting;

namespace Trellis.Server.Ascend.Http;

/// <summary>What a route does, once the caller is known and its body is JSON.</summary>
internal delegate ValueTask<JsonAnswer> AscendHandler(AscendCall call);
