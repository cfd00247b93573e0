import { expose } from "comlink";
import { TraceEngine } from "./trace-engine";

expose(new TraceEngine());
