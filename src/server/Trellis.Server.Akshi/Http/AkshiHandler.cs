using Trellis.Server.Kernel.Hosting;

namespace Trellis.Server.Akshi.Http;

/// <summary>What a route does, once the caller is known and its body is JSON.</summary>
internal delegate ValueTask<JsonAnswer> AkshiHandler(AkshiCall call);
