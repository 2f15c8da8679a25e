namespace Trellis.Server.Console.Http;

/// <summary>Takes a file of somebody who has signed in.</summary>
internal delegate ValueTask<ConsoleResult> UploadHandler(ConsoleCall call, ConsoleUpload upload);
