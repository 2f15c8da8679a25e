return await Trellis.Server.ServerProgram.RunAsync(args);
