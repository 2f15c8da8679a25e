namespace Trellis.Server.Console.Http;

/// <summary>Answers a request of somebody who has signed in.</summary>
internal delegate ValueTask<ConsoleResult> ConsoleHandler(ConsoleCall call);
