"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useToast } from "@/components/ui/toast";
import type { ExperimentAction, Progress } from "@/lib/experiments/api-schema";
import { actOn, progressQuery } from "@/lib/experiments/queries";

/** Does what a person asks of a run, and shows the state that comes of it at once. */
export function useExperimentActions(id: string) {
  const client = useQueryClient();
  const say = useToast();
  return useMutation<Progress, Error, ExperimentAction>({
    mutationFn: (action) => actOn(id, action),
    onSuccess: async (progress) => {
      client.setQueryData(progressQuery(id).queryKey, progress);
      await client.invalidateQueries({ queryKey: ["experiments"], exact: true });
    },
    onError: async (error) => {
      say(error.message);
      await client.invalidateQueries({ queryKey: progressQuery(id).queryKey });
    },
  });
}
